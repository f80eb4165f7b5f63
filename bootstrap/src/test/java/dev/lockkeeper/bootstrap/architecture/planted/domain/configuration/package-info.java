/** Planted half of a circle. */
@NullMarked
package dev.lockkeeper.bootstrap.architecture.planted.domain.configuration;

import org.jspecify.annotations.NullMarked;
