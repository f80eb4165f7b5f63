package dev.lockkeeper.application.catalog;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import java.util.Optional;

/** Finds a module, with its fields. */
public final class FindModule {

    private final Catalog catalog;

    public FindModule(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The module of this api name, in any case. */
    public Optional<CrmModule> execute(String apiName) {
        return catalog.find(apiName);
    }
}
