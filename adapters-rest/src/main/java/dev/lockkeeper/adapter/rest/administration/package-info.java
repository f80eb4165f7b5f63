/** The management API's profiles, users, access tokens and OAuth clients: who may call. */
@NullMarked
package dev.lockkeeper.adapter.rest.administration;

import org.jspecify.annotations.NullMarked;
