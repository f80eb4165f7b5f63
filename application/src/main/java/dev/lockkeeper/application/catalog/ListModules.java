package dev.lockkeeper.application.catalog;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.Modules;
import java.util.List;

/** Lists the modules, {@code Locking_Information__s} among them. */
public final class ListModules {

    private final Modules modules;

    public ListModules(Modules modules) {
        this.modules = modules;
    }

    public List<CrmModule> execute() {
        return modules.catalog().modules();
    }
}
