package dev.lockkeeper.adapter.rest.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The OAuth scopes that a call takes; {@link ScopeRule} enforces them. A call that declares none is answered to nobody.
 *
 * <p>Every string has to be satisfied, by any one of the scopes it lists, separated by spaces. {@value #MODULE} stands
 * for the scope word of the module that the URL names.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresScope {

    String MODULE = "{module}";

    String[] value();
}
