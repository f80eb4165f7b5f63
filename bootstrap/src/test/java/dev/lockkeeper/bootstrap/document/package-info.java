/** The API document, read, and what the service answers held against it. */
@NullMarked
package dev.lockkeeper.bootstrap.document;

import org.jspecify.annotations.NullMarked;
