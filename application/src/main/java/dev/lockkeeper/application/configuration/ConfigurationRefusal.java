package dev.lockkeeper.application.configuration;

/**
 * What a call on a module's configuration is refused for before its body is judged. Of several reasons the first in the
 * order of the constants below is answered (wire contract, "Order in which a call is refused").
 */
public enum ConfigurationRefusal
        implements
                CreateConfiguration.Outcome, ShowConfiguration.Outcome, ChangeConfiguration.Outcome,
                DeleteConfiguration.Outcome {
    /** No such module, or one whose records nobody names directly. */
    UNKNOWN_MODULE,
    /** A known module that takes no configuration. */
    MODULE_NOT_SUPPORTED,
    /** The module has no configuration of the id that the address names. */
    NO_SUCH_CONFIGURATION,
    /** The caller may not customise. */
    NOT_PERMITTED
}
