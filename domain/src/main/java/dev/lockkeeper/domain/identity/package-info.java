/** Who calls: users, their profiles, and the access tokens that stand for them. */
@NullMarked
package dev.lockkeeper.domain.identity;

import org.jspecify.annotations.NullMarked;
