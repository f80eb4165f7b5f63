/** Planted in the REST adapter. */
@NullMarked
package dev.lockkeeper.bootstrap.architecture.planted.adapter.rest.json;

import org.jspecify.annotations.NullMarked;
