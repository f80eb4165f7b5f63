/** What every answer has, whoever wrote it. */
@NullMarked
package dev.lockkeeper.adapter.rest.answer;

import org.jspecify.annotations.NullMarked;
