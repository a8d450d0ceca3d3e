import FoundationEssentials

/// Names in a folder, for completing paths.
enum FolderListing {
  /// Sorted, folders ending in a slash; empty for a folder that can't be read.
  static func entries(of folder: String) -> [String] {
    let folder = folder.isEmpty ? "." : HomeFolder.expanding(folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { name in
      var isFolder = false
      _ = FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
      return isFolder ? name + "/" : name
    }
  }
}
