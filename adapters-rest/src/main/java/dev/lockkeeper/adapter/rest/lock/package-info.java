/** Locks over HTTP: Zoho's Locking_Information__s, and the management API's search and history. */
@NullMarked
package dev.lockkeeper.adapter.rest.lock;

import org.jspecify.annotations.NullMarked;
