/** Planted in the REST adapter. */
@NullMarked
package dev.lockkeeper.bootstrap.architecture.planted.adapter.rest.catalog;

import org.jspecify.annotations.NullMarked;
