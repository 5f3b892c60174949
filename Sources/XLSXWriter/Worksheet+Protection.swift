import CXLSXWriter

extension Worksheet {
  /// Protects the worksheet: only cells whose format is not locked can be changed.
  ///
  /// - Throws: ``XLSXError`` for a password that is not 1 to 15 printable ASCII characters.
  public func protect(_ protection: SheetProtection = SheetProtection()) throws(XLSXError) {
    if let password = protection.password {
      guard !password.isEmpty else { throw failure(.empty(.protection)) }
      guard password.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
        throw failure(.misread(.protection, "•••"))
      }
      guard password.utf8.count <= 15 else {
        throw failure(
          .tooLong(.protection, length: password.utf8.count, limit: 15, unit: .utf8))
      }
    }
    func flag(_ allowance: SheetProtection.Allowance) -> UInt8 {
      protection.allowed.contains(allowance) ? 1 : 0
    }
    var options = lxw_protection()
    options.no_select_locked_cells = 1 - flag(.selectLockedCells)
    options.no_select_unlocked_cells = 1 - flag(.selectUnlockedCells)
    options.format_cells = flag(.formatCells)
    options.format_columns = flag(.formatColumns)
    options.format_rows = flag(.formatRows)
    options.insert_columns = flag(.insertColumns)
    options.insert_rows = flag(.insertRows)
    options.delete_columns = flag(.deleteColumns)
    options.delete_rows = flag(.deleteRows)
    options.sort = flag(.sort)
    options.autofilter = flag(.useAutofilter)
    options.insert_hyperlinks = flag(.insertLinks)
    options.objects = flag(.editObjects)
    worksheet_protect(sheet, protection.password, &options)
  }
}
