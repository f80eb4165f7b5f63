package dev.lockkeeper.application.catalog;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.Modules;
import java.util.Optional;

/** Finds the word that stands for a module in OAuth scopes: asked by every call for one module, so from memory. */
public final class FindScopeWord {

    private final Modules modules;

    public FindScopeWord(Modules modules) {
        this.modules = modules;
    }

    /** The {@linkplain CrmModule#scopeWord() scope word} of the module with this api name, in any case. */
    public Optional<String> execute(String apiName) {
        return modules.recall(apiName).or(() -> modules.find(apiName)).map(CrmModule::scopeWord);
    }

    /** Whether that can be said without asking the store. */
    public boolean isKnown(String apiName) {
        return modules.recall(apiName).isPresent();
    }
}
