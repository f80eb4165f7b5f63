package dev.lockkeeper.application.catalog;

import dev.lockkeeper.domain.catalog.AddModuleOutcome;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.catalog.NewModule;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import org.jspecify.annotations.Nullable;

/** Adds a custom module; its records can be locked as soon as it has a locking configuration. */
public final class AddModule {

    private final Modules modules;

    public AddModule(Modules modules) {
        this.modules = modules;
    }

    /**
     * Who wants to add which module.
     *
     * @param module null when the caller described none that could be accepted; answered after what comes before it in
     *     the order of refusal
     */
    public record Command(User caller, @Nullable NewModule module) {}

    /** What became of it; only {@link Added} changed anything. In this order: permission, module, names. */
    public sealed interface Outcome {}

    public record Added(CrmModule module) implements Outcome {}

    /** The caller may not administer. */
    public record NotPermitted() implements Outcome {}

    /** The command came without an acceptable module. */
    public record ModuleRefused() implements Outcome {}

    /** There is a module of this api name, be it in another case. */
    public record NameTaken() implements Outcome {}

    /** Every custom module has a field of this api name, be it in another case. */
    public record FieldNameTaken(String apiName) implements Outcome {}

    public Outcome execute(Command command) {
        if (!command.caller().may(Permission.ADMINISTER)) {
            return new NotPermitted();
        }
        NewModule module = command.module();
        if (module == null) {
            return new ModuleRefused();
        }
        return switch (modules.add(module)) {
            case AddModuleOutcome.Added(CrmModule added) -> new Added(added);
            case AddModuleOutcome.NameTaken() -> new NameTaken();
            case AddModuleOutcome.FieldNameTaken(String apiName) -> new FieldNameTaken(apiName);
        };
    }
}
