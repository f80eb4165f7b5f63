/** Planted in the application. */
@NullMarked
package dev.lockkeeper.bootstrap.architecture.planted.application.lock;

import org.jspecify.annotations.NullMarked;
