/** What is costly to make and the same every time, made once per machine and kept between runs. */
@NullMarked
package dev.apiauth.testkit.cache;

import org.jspecify.annotations.NullMarked;
