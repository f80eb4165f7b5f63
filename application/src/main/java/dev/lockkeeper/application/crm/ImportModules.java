package dev.lockkeeper.application.crm;

import dev.lockkeeper.domain.catalog.AddModuleOutcome;
import dev.lockkeeper.domain.catalog.FieldType;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.catalog.Naming;
import dev.lockkeeper.domain.catalog.NewField;
import dev.lockkeeper.domain.catalog.NewModule;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmFieldInfo;
import dev.lockkeeper.domain.crm.CrmModuleInfo;
import dev.lockkeeper.domain.crm.CrmReply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the custom modules of the CRM known here, with their fields, so that their records can be locked. One that is
 * known already stays as it is; none goes, since locks and history name it.
 */
public final class ImportModules {

    private final Crm crm;
    private final Modules modules;

    public ImportModules(Crm crm, Modules modules) {
        this.crm = crm.inBackground();
        this.modules = modules;
    }

    /**
     * What was done.
     *
     * @param added modules that are known from now on
     * @param left modules that are not: the CRM did not tell their fields, or they are called as none can be here
     */
    public record Tally(int added, int left) {}

    /** Asks the CRM for its modules, and for the fields of those that are new here. */
    public Tally execute() {
        if (!(crm.modules() instanceof CrmReply.Answered<List<CrmModuleInfo>>(List<CrmModuleInfo> told))) {
            return new Tally(0, 0);
        }
        int added = 0;
        int left = 0;
        for (CrmModuleInfo module : told) {
            if (!module.custom() || modules.find(module.apiName()).isPresent()) {
                continue;
            }
            if (add(module)) {
                added++;
            } else {
                left++;
            }
        }
        return new Tally(added, left);
    }

    private boolean add(CrmModuleInfo module) {
        if (!Naming.isApiName(module.apiName())) {
            return false;
        }
        if (!(crm.fields(module.apiName()) instanceof CrmReply.Answered<List<CrmFieldInfo>>(List<CrmFieldInfo> told))) {
            return false;
        }
        String label = Naming.isLabel(module.label()) ? module.label() : module.apiName();
        return modules.add(new NewModule(module.apiName(), label, fields(told))) instanceof AddModuleOutcome.Added;
    }

    /** Those that a module does not have in any case, and that are of a type that is known here. */
    private static List<NewField> fields(List<CrmFieldInfo> told) {
        Set<String> taken = new HashSet<>();
        NewModule.STANDARD_FIELDS.forEach(field -> taken.add(folded(field.apiName())));
        List<NewField> fields = new ArrayList<>();
        for (CrmFieldInfo field : told) {
            Optional<FieldType> type = FieldType.find(field.dataType());
            boolean fits = type.isPresent()
                    && Naming.isApiName(field.apiName())
                    && fields.size() < NewField.MAX_PER_MODULE
                    && taken.add(folded(field.apiName()));
            if (fits) {
                String label = Naming.isLabel(field.label()) ? field.label() : field.apiName();
                fields.add(new NewField(field.apiName(), label, type.get(), field.readOnly()));
            }
        }
        return fields;
    }

    private static String folded(String apiName) {
        return apiName.toLowerCase(Locale.ROOT);
    }
}
