package broadside.app;

import broadside.kit.problem.StartupFailure;
import java.net.BindException;

/** Says which setting to change when a port cannot be had. */
final class PortTaken {
    private PortTaken() {}

    static Throwable failure(Throwable cause, String setting, int port) {
        return cause instanceof BindException ? failure(setting, port, cause) : cause;
    }

    static StartupFailure failure(String setting, int port, Throwable cause) {
        return new StartupFailure(
                "Port " + port + " cannot be used (" + cause.getMessage() + "): stop the program that has it, or set "
                        + setting + " to another.",
                cause);
    }
}
