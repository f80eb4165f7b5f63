/** What the tests of every ring share. */
@NullMarked
package dev.lockkeeper.domain;

import org.jspecify.annotations.NullMarked;
