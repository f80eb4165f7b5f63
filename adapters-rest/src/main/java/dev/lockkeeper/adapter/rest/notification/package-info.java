/** What the CRM tells by itself. */
@NullMarked
package dev.lockkeeper.adapter.rest.notification;

import org.jspecify.annotations.NullMarked;
