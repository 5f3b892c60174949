/// The relationships of a part: which id stands for which other part (ECMA-376, part 2, clause 6.5).
public final class PackageRelationships: XMLPartHandler {
  /// What a relationship points at.
  public struct Target {
    /// The last part of the type's address: transitional and strict files differ only before it.
    public let type: String
    /// The other part, as it is written.
    public let path: String
    /// Whether it lies outside the package; such a target is never opened.
    public let isExternal: Bool
  }

  /// The targets by their ids.
  public private(set) var targets: [String: Target] = [:]

  override public func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard "Relationship" ~= name, let id = attributes["Id"], let target = attributes["Target"]
    else { return }
    let type = attributes["Type"] ?? ""
    targets[id] = Target(
      type: type.split(separator: "/").last.map(String.init) ?? "", path: target,
      isExternal: attributes["TargetMode"] == "External")
  }

  /// The targets that lie in the package, in the order of their ids.
  public var inner: [Target] {
    targets.filter { !$0.value.isExternal }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The target of the first relationship of a type that lies in the package.
  public func target(ofType type: String) -> String? {
    targets.filter { $0.value.type == type && !$0.value.isExternal }
      .min { $0.key < $1.key }?.value.path
  }
}
