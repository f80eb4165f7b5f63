/** The management API's view of jobs. */
@NullMarked
package dev.lockkeeper.adapter.rest.job;

import org.jspecify.annotations.NullMarked;
