/** The API document: what every call takes and answers, made of the controllers at compile time, and its page. */
@NullMarked
package dev.lockkeeper.adapter.rest.document;

import org.jspecify.annotations.NullMarked;
