/** Zoho's locking configuration over HTTP: reads and writes its JSON, and decides nothing. */
@NullMarked
package dev.lockkeeper.adapter.rest.configuration;

import org.jspecify.annotations.NullMarked;
