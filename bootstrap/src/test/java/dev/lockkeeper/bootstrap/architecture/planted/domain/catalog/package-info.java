/** Planted half of a circle. */
@NullMarked
package dev.lockkeeper.bootstrap.architecture.planted.domain.catalog;

import org.jspecify.annotations.NullMarked;
