package dev.lockkeeper.domain.identity;

class InMemoryUsersTest implements UsersContract {

    private final IdentityStore store = new InMemoryIdentityStore();

    @Override
    public IdentityStore store() {
        return store;
    }

    @Override
    public Users users() {
        return store.users();
    }
}
