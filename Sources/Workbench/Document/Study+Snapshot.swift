import Pipelines
import Language
import Modelling
import Tables

extension Study {
  func status(openedCount: Int) -> Snapshot.Status {
    var status = Snapshot.Status()
    status.dataset = source.map { source in
      source.path.split(separator: "/").last.map(String.init) ?? source.path
    }
    status.rowCount = frame.rowCount
    status.columnCount = view.frame.columnCount
    status.target = target?.target.name
    status.split = split?.summary
    status.measure = target == nil ? nil : measuresInForce.first.map { $0.name }
    status.testOpenedCount = openedCount
    status.candidateCount = candidates.count
    status.chosen = chosen?.name
    status.recipe = currentRecipe
    return status
  }

  var names: Snapshot.Names {
    var names = Snapshot.Names()
    names.columns = view.frame.candidates(roles: heldNames)
    names.recipes = recipes.map(\.name)
    names.candidates = candidates.map(\.name)
    names.parameters = bindings.parameters.keys.sorted()
    names.functions = bindings.functions.keys.sorted()
    names.tables = tables.keys.sorted()
    return names
  }
}
