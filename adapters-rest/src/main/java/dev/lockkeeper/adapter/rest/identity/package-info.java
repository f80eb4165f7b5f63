/** Who calls, and with which scopes: one place for every surface. */
@NullMarked
package dev.lockkeeper.adapter.rest.identity;

import org.jspecify.annotations.NullMarked;
