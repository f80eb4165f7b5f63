package dev.lockkeeper.application.catalog;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmField;
import dev.lockkeeper.domain.catalog.CrmModule;
import java.util.List;
import java.util.Optional;

/** Lists the fields of a module. */
public final class ListFields {

    private final Catalog catalog;

    public ListFields(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The module's fields; empty when there is no module of this api name, in any case. */
    public Optional<List<CrmField>> execute(String module) {
        return catalog.find(module).map(CrmModule::fields);
    }
}
