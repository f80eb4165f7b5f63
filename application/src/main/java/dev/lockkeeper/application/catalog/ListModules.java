package dev.lockkeeper.application.catalog;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import java.util.List;

/** Lists the modules, {@code Locking_Information__s} among them. */
public final class ListModules {

    private final Catalog catalog;

    public ListModules(Catalog catalog) {
        this.catalog = catalog;
    }

    public List<CrmModule> execute() {
        return catalog.modules();
    }
}
