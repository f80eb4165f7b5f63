/** Who is calling, and who may: profiles, users, access tokens and OAuth clients. */
@NullMarked
package dev.lockkeeper.application.identity;

import org.jspecify.annotations.NullMarked;
