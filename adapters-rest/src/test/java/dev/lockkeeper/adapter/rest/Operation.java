package dev.lockkeeper.adapter.rest;

/** The lock calls of the contract. */
enum Operation {
    LOCK("POST", "CREATE"),
    LIST("GET", "READ"),
    SHOW("GET", "READ"),
    CHANGE("PUT", "UPDATE"),
    UNLOCK("DELETE", "DELETE");

    final String method;
    /** The last word of the scopes that it takes. */
    final String scope;

    Operation(String method, String scope) {
        this.method = method;
        this.scope = scope;
    }

    /**
     * A call that nothing is wrong with, but for what the parameters may bring.
     *
     * @param path the record's {@code Locking_Information__s}
     * @param lockId not used by calls that name no lock
     */
    Call of(Service service, String token, String path, Object lockId) {
        Call call = service.callWith(token, method, path + suffix(lockId));
        return switch (this) {
            case LOCK, CHANGE -> call.body(Service.body("deal in progress"));
            case LIST, SHOW, UNLOCK -> call;
        };
    }

    Call of(Service service, String path, Object lockId) {
        return of(service, service.ofCaller, path, lockId);
    }

    private String suffix(Object lockId) {
        return switch (this) {
            case LOCK -> "";
            case LIST -> "?fields=" + Service.ALL_FIELDS;
            case SHOW, CHANGE, UNLOCK -> "/" + lockId;
        };
    }
}
