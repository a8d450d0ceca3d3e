import Workbench

/// The document as the notebook shows it, not a recorded picture.
typealias Snapshot = Workbench.Snapshot
