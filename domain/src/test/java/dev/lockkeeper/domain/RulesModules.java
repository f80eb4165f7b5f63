package dev.lockkeeper.domain;

import dev.lockkeeper.domain.catalog.FieldType;
import dev.lockkeeper.domain.catalog.NewField;
import dev.lockkeeper.domain.catalog.NewModule;
import java.util.List;

/** The modules that the contracts of rules ask for. */
public final class RulesModules {

    private RulesModules() {}

    /** As {@link RulesStore#module} describes it. */
    public static NewModule named(String apiName) {
        return new NewModule(
                apiName,
                apiName,
                List.of(
                        new NewField("Stage", "Stage", FieldType.TEXT, false),
                        new NewField("Amount", "Amount", FieldType.INTEGER, false)));
    }
}
