package dev.lockkeeper.adapter.rest.document;

/**
 * How the document says which scopes a call needs: {@link #ANY_OF}, and after it the strings of its {@code
 * RequiresScope}, with {@link #AND_ANY_OF} between them. A test compares the two.
 */
public final class Scopes {

    public static final String ANY_OF = "Needs any one of these scopes: ";
    public static final String AND_ANY_OF = "; and any one of these: ";

    private Scopes() {}
}
