/** Working off what takes longer than a call, and showing how far it has come. */
@NullMarked
package dev.lockkeeper.application.job;

import org.jspecify.annotations.NullMarked;
