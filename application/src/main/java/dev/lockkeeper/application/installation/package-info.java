/** Bringing a fresh store to life. */
@NullMarked
package dev.lockkeeper.application.installation;

import org.jspecify.annotations.NullMarked;
