import Language

/// Every command, by the word that is typed.
package enum CommandCatalog {
  package static let all: [any Command.Type] = [
    AggregateCommand.self,
    ChooseCommand.self,
    CompareCommand.self,
    ComputeCommand.self,
    DedupeCommand.self,
    DefineCommand.self,
    EvaluateCommand.self,
    ExportCommand.self,
    FilterCommand.self,
    JoinCommand.self,
    LoadCommand.self,
    MeasureCommand.self,
    ParamCommand.self,
    PivotCommand.self,
    PredictCommand.self,
    RecipeCommand.self,
    RoleCommand.self,
    SampleCommand.self,
    SetCommand.self,
    SortCommand.self,
    SplitCommand.self,
    TargetCommand.self,
    TrainCommand.self,
    UnpivotCommand.self,
    ValidateCommand.self,
  ]

  package static func command(named word: String) -> (any Command.Type)? {
    all.first { $0.signature.word == word }
  }
}
