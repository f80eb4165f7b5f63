/** Making, showing, changing and deleting the locking configuration of a module. */
@NullMarked
package dev.lockkeeper.application.configuration;

import org.jspecify.annotations.NullMarked;
