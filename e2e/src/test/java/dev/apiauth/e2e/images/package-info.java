/** The images as the build left them, run as a node would run them. */
@NullMarked
package dev.apiauth.e2e.images;

import org.jspecify.annotations.NullMarked;
