package broadside.cli;

import picocli.CommandLine.Command;

/** The schema of the database, from the command line. */
@Command(
        name = "db",
        description = "Change the schema of the database, and look after it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DbMigrate.class,
            DbInfo.class,
            DbUndo.class,
            DbAdopt.class,
            DbNew.class,
            DbCheck.class,
            DbDiff.class,
            DbLint.class,
            DbShell.class
        })
final class Db {}
