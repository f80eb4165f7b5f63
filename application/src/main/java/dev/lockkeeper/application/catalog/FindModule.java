package dev.lockkeeper.application.catalog;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.Modules;
import java.util.Optional;

/** Finds a module, with its fields as they are now. */
public final class FindModule {

    private final Modules modules;

    public FindModule(Modules modules) {
        this.modules = modules;
    }

    /** The module of this api name, in any case. */
    public Optional<CrmModule> execute(String apiName) {
        return modules.catalog().find(apiName);
    }
}
