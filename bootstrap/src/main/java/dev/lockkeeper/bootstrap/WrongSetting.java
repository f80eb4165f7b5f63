package dev.lockkeeper.bootstrap;

import java.io.Serial;

/** A setting with which the service cannot start. The message is one line that names it and says what it accepts. */
final class WrongSetting extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    WrongSetting(String setting, String accepts) {
        super(setting + ": " + accepts);
    }

    WrongSetting(String setting, String accepts, Throwable cause) {
        super(setting + ": " + accepts, cause);
    }
}
