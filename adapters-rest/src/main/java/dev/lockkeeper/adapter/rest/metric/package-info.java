/** Who is shown the service's metrics. */
@NullMarked
package dev.lockkeeper.adapter.rest.metric;

import org.jspecify.annotations.NullMarked;
