// Filled by the first real type of the target.
