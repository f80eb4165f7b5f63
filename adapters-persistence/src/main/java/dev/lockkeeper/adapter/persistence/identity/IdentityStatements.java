package dev.lockkeeper.adapter.persistence.identity;

/** The SQL of users, profiles, access tokens and OAuth clients; {@link IdentityRows} reads what it answers. */
final class IdentityStatements {

    /**
     * Keeps apart those who might take the last administrator's token away; whoever reads, or makes a token, goes on. The
     * number is this lock's alone: the advisory locks of modules have their ids, which are positive.
     */
    static final String ONE_ADMINISTRATOR_AT_A_TIME = "select pg_advisory_xact_lock(-1)";

    private static final String PROFILE_COLUMNS = "p.id as profile_id, p.name as profile_name, p.permissions";

    private static final String USER_COLUMNS =
            "u.id as user_id, u.name as user_name, u.portal, u.external_id, " + PROFILE_COLUMNS;

    private static final String TOKEN_COLUMNS = """
            t.id as token_id, t.scopes, t.created_at, t.expires_at, t.last_used_at, t.client_id,
            u.id as user_id, u.name as user_name
            """;

    private static final String CLIENT_COLUMNS = """
            c.id as client_id, c.name as client_name, c.scopes, c.created_at, u.id as user_id, u.name as user_name
            """;

    static final String PROFILE_BY_ID = "select " + PROFILE_COLUMNS + " from profile p where p.id = ?";

    static final String PROFILE_BY_NAME = "select " + PROFILE_COLUMNS + " from profile p where p.name = ?";

    static final String PROFILES = "select " + PROFILE_COLUMNS + " from profile p where p.id > ? order by p.id limit ?";

    /** A row that was there has been locked by this transaction, which makes it its xmax; a new one has none. */
    static final String PUT_PROFILE = """
            insert into profile as p (name, permissions) values (?, ?)
            on conflict (name) do update set permissions = excluded.permissions
            returning xmax <> 0 as is_changed,\s""" + PROFILE_COLUMNS;

    /** Whether administrators' tokens are in force, and all of them are of the profile of this name. */
    static final String PROFILE_ADMINISTERS_ALONE = """
            select coalesce(bool_and(p.name = ?), false) as alone
            from administrator_token t join profile p on p.id = t.profile_id
            where t.expires_at is null or t.expires_at > ?
            """;

    static final String USER_BY_EXTERNAL_ID =
            "select " + USER_COLUMNS + " from crm_user u join profile p on p.id = u.profile_id where u.external_id = ?";

    static final String USERS = "select " + USER_COLUMNS
            + " from crm_user u join profile p on p.id = u.profile_id where u.id > ? order by u.id limit ?";

    static final String USER_BY_ID =
            "select " + USER_COLUMNS + " from crm_user u join profile p on p.id = u.profile_id where u.id = ?";

    static final String USERS_AFTER = "select " + USER_COLUMNS
            + " from crm_user u join profile p on p.id = u.profile_id where u.version > ? or p.version > ?";

    static final String PROFILES_AFTER = "select " + PROFILE_COLUMNS + " from profile p where p.version > ?";

    static final String CREATE_USER = """
            with u as (
                insert into crm_user (name, profile_id, portal, external_id)
                select ?, id, ?, ? from profile where name = ?
                on conflict (external_id) do nothing
                returning *
            )
            select\s""" + USER_COLUMNS + " from u join profile p on p.id = u.profile_id";

    static final String CHANGE_USER = """
            with u as (
                update crm_user u set name = ?, profile_id = p.id from profile p where u.id = ? and p.name = ?
                returning u.*
            )
            select\s""" + USER_COLUMNS + " from u join profile p on p.id = u.profile_id";

    static final String GRANT = "select t.id as token_id, t.token_hash, t.scopes, t.expires_at, " + USER_COLUMNS + """
             from access_token t join crm_user u on u.id = t.user_id join profile p on p.id = u.profile_id
            where t.token_hash = ?
            """;

    static final String TOKENS = "select " + TOKEN_COLUMNS
            + " from access_token t join crm_user u on u.id = t.user_id where t.id > ? order by t.id limit ?";

    static final String USER_EXISTS = "select from crm_user where id = ?";

    /** Holds on to the client, so that it and its tokens end before, or with, the one to come. */
    static final String CLIENT_EXISTS = "select from oauth_client where id = ? for key share";

    static final String REMOVE_EXPIRED = "delete from access_token where client_id = ? and expires_at <= ?";

    static final String ISSUE = """
            with t as (
                insert into access_token (user_id, token_hash, scopes, created_at, expires_at, client_id)
                values (?, ?, ?, ?, ?, ?) returning *
            )
            select\s""" + TOKEN_COLUMNS + " from t join crm_user u on u.id = t.user_id";

    /** Whether a token is an administrator's, and no other is in force. */
    static final String TOKEN_ADMINISTERS_ALONE = """
            select coalesce(bool_and(id = ?), false) as alone
            from administrator_token where expires_at is null or expires_at > ?
            """;

    static final String REVOKE = "delete from access_token where id = ? returning id";

    static final String NOTE_USES = """
            update access_token t set last_used_at = u.at
            from unnest(?, ?) as u (id, at)
            where t.id = u.id and (t.last_used_at is null or t.last_used_at < u.at)
            """;

    static final String REGISTER = """
            with c as (
                insert into oauth_client (name, user_id, scopes, secret_hash, refresh_token_hash, created_at)
                select ?, id, ?, ?, ?, ? from crm_user where id = ? returning *
            )
            select\s""" + CLIENT_COLUMNS + " from c join crm_user u on u.id = c.user_id";

    static final String CLIENTS = "select " + CLIENT_COLUMNS
            + " from oauth_client c join crm_user u on u.id = c.user_id where c.id > ? order by c.id limit ?";

    static final String CLIENT = "select " + CLIENT_COLUMNS + """
            , c.secret_hash, c.refresh_token_hash
            from oauth_client c join crm_user u on u.id = c.user_id where c.id = ?
            """;

    static final String REMOVE_CLIENT = "delete from oauth_client where id = ? returning id";

    private IdentityStatements() {}
}
