package dev.lockkeeper.application.catalog;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.catalog.NewField;
import dev.lockkeeper.domain.catalog.ReplaceFieldsOutcome;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives a module, standard or custom, other fields in place of those that were added to it before. */
public final class ReplaceModuleFields {

    private final Modules modules;

    public ReplaceModuleFields(Modules modules) {
        this.modules = modules;
    }

    /**
     * Who wants which module to have which fields.
     *
     * @param module the module's api name, in any case
     * @param fields null when the caller described none that could be accepted, as in {@link AddModule.Command}; else
     *     at most {@link NewField#MAX_PER_MODULE}, whose api names do not repeat in any case
     */
    public record Command(
            User caller, String module, @Nullable List<NewField> fields) {}

    /** What became of it; only {@link Replaced} changed anything. In this order: module, permission, fields, names. */
    public sealed interface Outcome {}

    public record Replaced(CrmModule module) implements Outcome {}

    /** There is no module of this api name to which fields could be added. */
    public record UnknownModule() implements Outcome {}

    /** The caller may not administer. */
    public record NotPermitted() implements Outcome {}

    /** The command came without acceptable fields. */
    public record FieldsRefused() implements Outcome {}

    /** The module has a standard field of this api name, be it in another case. */
    public record FieldNameTaken(String apiName) implements Outcome {}

    /** The module's locking configuration uses a field that would go, or get another type. */
    public record FieldInUse(String apiName) implements Outcome {}

    public Outcome execute(Command command) {
        Optional<CrmModule> module = modules.find(command.module()).filter(CrmModule::addressable);
        if (module.isEmpty()) {
            return new UnknownModule();
        }
        if (!command.caller().may(Permission.ADMINISTER)) {
            return new NotPermitted();
        }
        List<NewField> fields = command.fields();
        if (fields == null) {
            return new FieldsRefused();
        }
        return switch (modules.replaceAddedFields(module.get().id(), fields)) {
            case ReplaceFieldsOutcome.Replaced(CrmModule changed) -> new Replaced(changed);
            case ReplaceFieldsOutcome.FieldNameTaken(String apiName) -> new FieldNameTaken(apiName);
            case ReplaceFieldsOutcome.FieldInUse(String apiName) -> new FieldInUse(apiName);
            case ReplaceFieldsOutcome.NoSuchModule() -> new UnknownModule();
        };
    }
}
